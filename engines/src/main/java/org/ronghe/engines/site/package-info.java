/// 选址: where to build, with proof.
///
/// Every answer carries an objective and a bound; it is called optimal only when the two meet by
/// proof. The engine is pure: no clock, no thread, no I/O, and the same question with the same seed
/// has the same answer. The host decides by [Watch] how long a search may go on. See
/// `docs/engines/site.md`.
@NullMarked
package org.ronghe.engines.site;

import org.jspecify.annotations.NullMarked;
