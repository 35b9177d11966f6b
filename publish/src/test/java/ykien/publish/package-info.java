@NullMarked
package ykien.publish;

import org.jspecify.annotations.NullMarked;
