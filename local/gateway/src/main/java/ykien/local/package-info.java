/// The newspaper on this machine: what `mvn -Plocal` starts.
///
/// Start at [Newspaper]. [Gateway] is the HTTP server, `ykien.cloud` the HTTP API behind it, [Functions] the
/// functions with the environment of template.yaml, [SamplePeople] who may work in the newsroom. [OpenCaptcha] is for
/// tests alone.
@NullMarked
package ykien.local;

import org.jspecify.annotations.NullMarked;
