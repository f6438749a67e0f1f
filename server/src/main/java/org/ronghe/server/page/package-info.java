/// 页面: the browser's files and how they are served.
@NullMarked
package org.ronghe.server.page;

import org.jspecify.annotations.NullMarked;
