/// Reads benefits (`packs/benefits/<id>/benefit.yaml` and their decision models).
@NullMarked
package org.ronghe.sources.benefit;

import org.jspecify.annotations.NullMarked;
