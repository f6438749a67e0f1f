@NullMarked
package org.ronghe.operate.works.web;

import org.jspecify.annotations.NullMarked;
