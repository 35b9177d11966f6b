/// The newspaper as readers meet it: served by `mvn -Plocal`'s own program, in a real browser.
///
/// Start at [ReaderJourneyTest]. [RunningNewspaper] is the program, [Chromium] the browser; without one these tests are
/// skipped, and say so.
@NullMarked
package ykien.local.browser;

import org.jspecify.annotations.NullMarked;
