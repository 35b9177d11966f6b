package ykien.publish;

import java.time.DateTimeException;
import java.time.ZoneId;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// A deployed stack of template.yaml, as far as publishing goes.
///
/// @param articlesTable its output `ArticlesTable`
/// @param photosBucket its output `PhotosBucket`
/// @param zone its parameter `TimeZone`, in which a date without a time is 00:00
record DeployedStack(String name, String articlesTable, String photosBucket, ZoneId zone) {
    /// @throws Unpublishable if there is no such stack, or it is not one of template.yaml
    static DeployedStack find(CloudFormationClient cloudFormation, String name) {
        var stack = describe(cloudFormation, name);
        return new DeployedStack(name, output(stack, "ArticlesTable"), output(stack, "PhotosBucket"), zone(stack));
    }

    private static Stack describe(CloudFormationClient cloudFormation, String name) {
        try {
            return cloudFormation
                    .describeStacks(describe -> describe.stackName(name))
                    .stacks()
                    .getFirst();
        } catch (AwsServiceException e) {
            if (e.statusCode() == 400 && String.valueOf(e.getMessage()).contains("does not exist")) {
                throw new Unpublishable(
                        "There is no stack " + name + " in this account and region; check ykien.stack, AWS_PROFILE and"
                                + " AWS_REGION.",
                        e);
            }
            throw e;
        }
    }

    private static String output(Stack stack, String key) {
        return stack.outputs().stream()
                .filter(output -> output.outputKey().equals(key))
                .map(Output::outputValue)
                .findFirst()
                .orElseThrow(() -> foreign(stack, "output " + key));
    }

    private static ZoneId zone(Stack stack) {
        var zone = stack.parameters().stream()
                .filter(parameter -> parameter.parameterKey().equals("TimeZone"))
                .map(Parameter::parameterValue)
                .findFirst()
                .orElseThrow(() -> foreign(stack, "parameter TimeZone"));
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Unpublishable(
                    "The stack's parameter TimeZone is no time zone: " + zone + "; deploy it with one, such as"
                            + " Asia/Ho_Chi_Minh.",
                    e);
        }
    }

    private static Unpublishable foreign(Stack stack, String missing) {
        return new Unpublishable("The stack " + stack.stackName() + " (" + stack.stackStatusAsString() + ") has no "
                + missing + "; name one that template.yaml was deployed as, and wait until it is complete.");
    }
}
