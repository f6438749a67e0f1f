/// 问题: what went wrong, as people and programs read it.
@NullMarked
package org.ronghe.office.problem;

import org.jspecify.annotations.NullMarked;
