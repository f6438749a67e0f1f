/// 动土: may the road be opened here and now, what lies below, and who else wants to open it.
///
/// [DigCheck] lists what stands against an opening or must be minded; [JointOpening] proposes one
/// opening for several. Pure: lines, permits and plans in, findings out; geometry is WGS-84
/// longitude and latitude, lengths are metres. See `docs/engines/dig.md`.
@NullMarked
package org.ronghe.engines.dig;

import org.jspecify.annotations.NullMarked;
