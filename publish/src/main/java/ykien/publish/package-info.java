/// The operator's command: puts a folder of articles and their photos into a stack that runs in the cloud.
///
/// Start at [Publish]. It asks a [ykien.stack.DeployedStack] for its [Target], fills its [PhotoBucket], then its table
/// of articles.
@NullMarked
package ykien.publish;

import org.jspecify.annotations.NullMarked;
