/// 安全: who may come in by which door.
@NullMarked
package org.ronghe.server.security;

import org.jspecify.annotations.NullMarked;
