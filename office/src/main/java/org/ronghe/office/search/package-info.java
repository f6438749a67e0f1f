/// 搜索: any thing of the county by name, pinyin, initials or code.
@NullMarked
package org.ronghe.office.search;

import org.jspecify.annotations.NullMarked;
