@NullMarked
package ykien.verifylog;

import org.jspecify.annotations.NullMarked;
