@NullMarked
package ykien.publishing;

import org.jspecify.annotations.NullMarked;
