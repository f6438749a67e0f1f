/// 命令: what one types after ./ronghe.
@NullMarked
package org.ronghe.server.cli;

import org.jspecify.annotations.NullMarked;
