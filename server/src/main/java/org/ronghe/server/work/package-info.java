/// 作业: imports and replays, as one piece of work each.
@NullMarked
package org.ronghe.server.work;

import org.jspecify.annotations.NullMarked;
