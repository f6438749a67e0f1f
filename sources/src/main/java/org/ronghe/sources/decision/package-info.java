/// Reads decision models (DMN 1.1 to 1.5, `*.dmn`) into records; what a file holds that is not
/// understood is kept as such, so that it can be named and never guessed.
@NullMarked
package org.ronghe.sources.decision;

import org.jspecify.annotations.NullMarked;
