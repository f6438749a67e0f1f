/// 待遇: what people may be entitled to, before they ask: the resident's own page, the neighbours a
/// village helper may look for, the lists of the departments. The register is synthetic until a
/// real one is connected.
@NullMarked
package org.ronghe.serve.benefit;

import org.jspecify.annotations.NullMarked;
