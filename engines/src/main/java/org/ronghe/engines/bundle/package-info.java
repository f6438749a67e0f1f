/// 一件事: from the services of one life event, one form, one list of materials, one order.
///
/// Pure: catalogue in, plan out. See `docs/engines/bundle.md`.
@NullMarked
package org.ronghe.engines.bundle;

import org.jspecify.annotations.NullMarked;
