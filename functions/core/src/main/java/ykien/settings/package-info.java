/// What a function is told from outside: its [Environment], and the tables behind it.
@NullMarked
package ykien.settings;

import org.jspecify.annotations.NullMarked;
