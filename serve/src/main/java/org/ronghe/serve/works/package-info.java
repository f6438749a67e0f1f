/// 动土: every opening of a road, asked for, planned, permitted or open, in one book; compared with
/// what is below and with each other, and made one where it can be.
@NullMarked
package org.ronghe.serve.works;

import org.jspecify.annotations.NullMarked;
