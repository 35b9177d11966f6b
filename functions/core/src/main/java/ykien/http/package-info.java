/// HTTP as the functions see it: one event in, one response out.
///
/// Start at [HttpFunction], which every function hands its events to. [ApiGateway] alone knows the shape of an event;
/// [Request] and [Response] are what actions see. No Lambda type, no template and no table stands here.
@NullMarked
package ykien.http;

import org.jspecify.annotations.NullMarked;
