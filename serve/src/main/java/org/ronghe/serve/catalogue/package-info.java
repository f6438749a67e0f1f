/// 事项目录: what can be done, found by words, checked before filing.
@NullMarked
package org.ronghe.serve.catalogue;

import org.jspecify.annotations.NullMarked;
