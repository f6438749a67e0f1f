/// 数据目录: the one folder all data lives in, its version and its lock.
@NullMarked
package org.ronghe.server.folder;

import org.jspecify.annotations.NullMarked;
