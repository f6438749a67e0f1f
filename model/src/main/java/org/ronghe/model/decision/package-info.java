/// Decision models as their files declare them (DMN 1.5): what is decided, from what, by which
/// tables. Expressions are text here; `engines/rule` reads them.
@NullMarked
package org.ronghe.model.decision;

import org.jspecify.annotations.NullMarked;
