/// 启动: how the rooms are put together, started and stopped.
@NullMarked
package org.ronghe.server.boot;

import org.jspecify.annotations.NullMarked;
