/// 备份: one file with everything in it, made while the county runs, and the way back.
@NullMarked
package org.ronghe.server.backup;

import org.jspecify.annotations.NullMarked;
