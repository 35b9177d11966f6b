/// This machine as the cloud: what template.yaml says, without AWS.
///
/// Start at [Template], which reads the file. [HttpApi] turns an HTTP request into the event that API Gateway
/// would send to the function of its route, and the function's answer back into HTTP. [LocalDynamoDb] is DynamoDB
/// Local with the template's tables. The functions' tests use all three; `local/gateway` puts a server before
/// them.
@NullMarked
package ykien.cloud;

import org.jspecify.annotations.NullMarked;
