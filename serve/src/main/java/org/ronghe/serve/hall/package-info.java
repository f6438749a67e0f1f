/// 大厅: outlets from county to village, appointments, tickets and who is called to which window.
@NullMarked
package org.ronghe.serve.hall;

import org.jspecify.annotations.NullMarked;
