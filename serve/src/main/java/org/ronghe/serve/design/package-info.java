/// 事项设计: services edited, tried and published in the browser, without Java.
@NullMarked
package org.ronghe.serve.design;

import org.jspecify.annotations.NullMarked;
