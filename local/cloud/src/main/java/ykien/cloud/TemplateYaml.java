package ykien.cloud;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// CloudFormation's YAML as maps, lists and scalars. The short form of an intrinsic function becomes its full
/// form: `!Sub x` is `{Fn::Sub: x}` ("Intrinsic function reference", AWS CloudFormation User Guide).
final class TemplateYaml {
    private TemplateYaml() {}

    /// @throws TemplateException if it is no YAML, or no mapping
    static Map<?, ?> read(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new Yaml(
                new ShortForms(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new DatesAreText());
        try {
            if (yaml.load(text) instanceof Map<?, ?> template) {
                return template;
            }
        } catch (YAMLException e) {
            throw new TemplateException("not readable as YAML: " + e.getMessage(), e);
        }
        throw new TemplateException("", "a template is a mapping with Resources in it");
    }

    /// `2012-10-17` is a policy language's version: a text.
    private static final class DatesAreText extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    private static final class ShortForms extends SafeConstructor {
        ShortForms(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    var name = node.getTag().getValue().substring(1);
                    return switch (name) {
                        case "Ref", "Condition" -> Map.of(name, argument(node));
                        case "GetAtt" -> Map.of("Fn::GetAtt", attribute(argument(node)));
                        default -> Map.of("Fn::" + name, argument(node));
                    };
                }
            });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new YAMLException("an intrinsic function takes no " + node.getNodeId());
            };
        }

        private static Object attribute(Object argument) {
            return argument instanceof String text ? Arrays.asList(text.split("\\.", 2)) : argument;
        }
    }
}
