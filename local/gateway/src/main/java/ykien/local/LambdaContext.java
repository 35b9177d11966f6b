package ykien.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ykien.cloud.Template;

/// What Lambda tells a function about one call, as far as there is anything to tell on this machine.
record LambdaContext(Template.Function function, String awsRequestId) implements Context {
    static LambdaContext of(Template.Function function) {
        return new LambdaContext(function, UUID.randomUUID().toString());
    }

    @Override
    public String getAwsRequestId() {
        return awsRequestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.id();
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function.id();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:ap-southeast-1:123456789012:function:" + function.id();
    }

    /// @throws UnsupportedOperationException always: no client of the HTTP API has one
    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("a call by API Gateway has no Cognito identity");
    }

    /// @throws UnsupportedOperationException always: no client of the HTTP API has one
    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("a call by API Gateway has no client context");
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) function.timeout().toMillis();
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memory();
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                System.out.println(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}
