/// Vietnamese as readers type it: its letters, shapes, tones and syllables, under whatever a keyboard, a font or an
/// evader makes of them.
///
/// Start at [Signs], which reads a text and never forgets where in it each letter stood, and [WordSearch], which finds
/// words in it. Nothing in here knows a list, a comment or a page.
@NullMarked
package ykien.vietnamese;

import org.jspecify.annotations.NullMarked;
