/// Where the operator's commands work: an AWS account ([Cloud]), and in it a [DeployedStack] of template.yaml.
@NullMarked
package ykien.stack;

import org.jspecify.annotations.NullMarked;
