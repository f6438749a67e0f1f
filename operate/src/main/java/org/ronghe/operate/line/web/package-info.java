@NullMarked
package org.ronghe.operate.line.web;

import org.jspecify.annotations.NullMarked;
