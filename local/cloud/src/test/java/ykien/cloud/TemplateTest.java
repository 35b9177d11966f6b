package ykien.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private final Template template = Templates.defaults();

    @Test
    void Each_event_of_a_function_is_a_route() {
        assertThat(template.routes())
                .isEqualTo(Map.of(
                        "GET /notes/{id}", "ReadFunction",
                        "ANY /notes/{id}", "ReadFunction",
                        "$default", "ReadFunction",
                        "POST /notes", "WriteFunction"));
    }

    @Nested
    class A_function {
        @Test
        void has_the_globals_where_it_says_nothing_itself() {
            var write = template.function("WriteFunction");
            assertThat(write.timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(write.memory()).isEqualTo(512);
            assertThat(write.handler()).isEqualTo("write.WriteFunction");
            assertThat(write.environment()).isEqualTo(Map.of("SITE_URL", "", "SITE_NAME", "Báo Mẫu"));
        }

        @Test
        void has_its_own_settings_above_the_globals() {
            var read = template.function("ReadFunction");
            assertThat(read.memory()).isEqualTo(256);
            assertThat(read.environment())
                    .isEqualTo(Map.of(
                            "SITE_URL", "",
                            "SITE_NAME", "Another",
                            "TABLE", "NotesTable",
                            "KEYS", "{{resolve:secretsmanager:keys}}"));
        }

        @Test
        void sees_the_parameters_that_are_given() {
            var given = Template.parse(Templates.YAML, Map.of("SiteUrl", "http://localhost:8080", "Production", "yes"));
            assertThat(given.function("ReadFunction").environment())
                    .containsEntry("SITE_URL", "http://localhost:8080")
                    .containsEntry("DEBUG", "off");
        }

        @Test
        void has_a_role_that_tests_can_read() {
            assertThat(template.function("WriteFunction").properties().get("Policies"))
                    .isEqualTo(List.of(Map.of(
                            "Version",
                            "2012-10-17",
                            "Statement",
                            List.of(Map.of(
                                    "Effect",
                                    "Allow",
                                    "Action",
                                    "dynamodb:Query",
                                    "Resource",
                                    "arn:aws:dynamodb:ap-southeast-1:123456789012:table/NotesTable/index/byAuthor")))));
        }
    }

    @Test
    void A_table_has_its_keys_indexes_and_expiry() {
        assertThat(template.table("NotesTable"))
                .isEqualTo(new Table(
                        "NotesTable",
                        new Table.Key("id", Optional.empty()),
                        Map.of("id", "S", "author", "S", "writtenAt", "S"),
                        List.of(new Table.Index(
                                "byAuthor",
                                new Table.Key("author", Optional.of("writtenAt")),
                                "INCLUDE",
                                List.of("card"))),
                        Optional.of("expiresAt")));
    }

    @Test
    void A_resource_is_there_only_if_its_condition_holds() {
        assertThat(template.resources()).doesNotContainKey("Alarm");
        assertThat(Template.parse(Templates.YAML, Map.of("Production", "yes")).resources())
                .extractingByKey("Alarm")
                .isEqualTo(Map.of(
                        "Type",
                        "AWS::CloudWatch::Alarm",
                        "Condition",
                        "IsProduction",
                        "Properties",
                        Map.of("AlarmName", "local-alarm")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !Ref Given                                  | given
            !Sub 'a ${Given} ${!Given} ${AWS::Region}'  | a given ${Given} ap-southeast-1
            !Sub ['${a}-${Given}', {a: b}]              | b-given
            !Sub '${Bucket.Arn}/*'                      | arn:aws:s3:::Bucket/*
            !GetAtt Bucket.Arn                          | arn:aws:s3:::Bucket
            !GetAtt Bucket.DomainName                   | Bucket.DomainName
            !Select [1, !Split [',', 'a,b']]            | b
            !If [Always, !Ref Given, no]                | given
            !Join ['/', [a, !Ref Bucket]]               | a/Bucket
            {'Fn::Join': ['', [a, {Ref: Given}]]}       | agiven
            """)
    void Intrinsic_functions_are_worked_out(String written, String value) {
        assertThat(bucketTagged(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !ImportValue other            | Fn::ImportValue is not worked out on this machine
            !Ref Nothing                  | refers to Nothing, which is no parameter and no resource
            !Sub '${Nothing}'             | refers to Nothing, which is no parameter and no resource
            !GetAtt Nothing.Arn           | takes an attribute of Nothing, which is no resource
            !If [Maybe, a, b]             | no condition is called Maybe
            !If [Always, a]               | Fn::If takes 3 arguments, not 2
            !FindInMap [A, b, c]          | Fn::FindInMap finds nothing for A
            !Select [2, [a, b]]           | Fn::Select takes item 2 of 2
            ''                            | has no value; a template has no nulls
            """)
    void What_cannot_be_worked_out_names_its_place(String written, String wrong) {
        assertThatThrownBy(() -> bucketTagged(written))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources/Bucket/Properties/Tag")
                .hasMessageContaining(wrong);
    }

    @Test
    void Text_that_is_no_template_is_refused() {
        assertThatThrownBy(() -> Template.parse("- a", Map.of())).hasMessageContaining("a template is a mapping");
        assertThatThrownBy(() -> Template.parse("a: [", Map.of())).hasMessageContaining("not readable as YAML");
        assertThatThrownBy(() -> Template.parse("a: b", Map.of())).hasMessageContaining("there are no Resources");
        assertThatThrownBy(() -> Template.parse(Templates.YAML, Map.of("Nope", "x")))
                .hasMessage("Parameters: there is no parameter Nope");
        assertThatThrownBy(() -> Template.read(Path.of("no-such.yaml"))).hasMessage("no-such.yaml can't be read");
    }

    @Test
    void One_route_has_one_function() {
        var twice = Templates.YAML.replace("Path: /notes, Method: POST", "Path: '/notes/{id}', Method: GET");
        assertThatThrownBy(() -> Template.parse(twice, Map.of()))
                .hasMessageContaining("route GET /notes/{id} is there already, for ReadFunction");
    }

    private static Object bucketTagged(String written) {
        var yaml = """
                Parameters:
                  Given: {Type: String, Default: given}
                Conditions:
                  Always: !Equals [a, a]
                Resources:
                  Bucket:
                    Type: AWS::S3::Bucket
                    Properties:
                      Tag: %s
                """.formatted(written);
        return Json.at(Template.parse(yaml, Map.of()).resources(), "Bucket", "Properties", "Tag");
    }
}
