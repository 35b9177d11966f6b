package ykien.stack;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/// A deployed stack of template.yaml.
///
/// @param outputs by their keys
/// @param parameters by their keys
public record DeployedStack(String name, String status, Map<String, String> outputs, Map<String, String> parameters) {
    /// With its own copies of outputs and parameters.
    public DeployedStack {
        outputs = Map.copyOf(outputs);
        parameters = Map.copyOf(parameters);
    }

    /// Looks it up.
    ///
    /// @param name the stack's name, or its ARN
    /// @throws Unusable if there is no such stack
    public static DeployedStack find(CloudFormationClient cloudFormation, String name) {
        var stack = describe(cloudFormation, name);
        return new DeployedStack(
                name,
                stack.stackStatusAsString(),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                stack.parameters().stream()
                        .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)));
    }

    private static Stack describe(CloudFormationClient cloudFormation, String name) {
        try {
            return cloudFormation
                    .describeStacks(describe -> describe.stackName(name))
                    .stacks()
                    .getFirst();
        } catch (AwsServiceException e) {
            if (e.statusCode() == 400 && String.valueOf(e.getMessage()).contains("does not exist")) {
                throw new Unusable(
                        "There is no stack " + name + " in this account and region; check ykien.stack, AWS_PROFILE and"
                                + " AWS_REGION.",
                        e);
            }
            throw e;
        }
    }

    /// What the template says that it is.
    ///
    /// @throws Unusable if the stack has no such output
    public String output(String key) {
        return Optional.ofNullable(outputs.get(key)).orElseThrow(() -> foreign("output " + key));
    }

    /// What it was deployed with.
    ///
    /// @throws Unusable if the stack has no such parameter
    public String parameter(String key) {
        return Optional.ofNullable(parameters.get(key)).orElseThrow(() -> foreign("parameter " + key));
    }

    private Unusable foreign(String missing) {
        return new Unusable("The stack " + name + " (" + status + ") has no " + missing
                + "; name one that template.yaml was deployed as, and wait until it is complete.");
    }
}
