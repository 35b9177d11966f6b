/// Long lists, a page at a time: [Page] and the [Cursor] to the next one. [Timestamp] is how a time stands in a sort
/// key.
@NullMarked
package ykien.listing;

import org.jspecify.annotations.NullMarked;
