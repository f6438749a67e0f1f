package org.ronghe.counties;

/// The habits of each kind of point; the alarms belonging to a profile are in the packs.
enum Profile {
  O2("tunnel.o2", "oxygen", "%", "number", "", "0", "30", "60", "normal", "氧气", "O2"),
  CH4("tunnel.ch4", "methane", "%", "number", "", "0", "5", "30", "normal", "甲烷", "CH4"),
  H2S(
      "tunnel.h2s",
      "hydrogen-sulfide",
      "mg/m³",
      "number",
      "",
      "0",
      "150",
      "60",
      "normal",
      "硫化氢",
      "H2S"),
  TUNNEL_TEMPERATURE(
      "tunnel.temperature",
      "temperature",
      "°C",
      "number",
      "",
      "-20",
      "80",
      "60",
      "normal",
      "温度",
      "TEMP"),
  HUMIDITY(
      "tunnel.humidity", "humidity", "%", "number", "", "0", "100", "60", "normal", "湿度", "HUM"),
  WATER_LEVEL(
      "tunnel.water-level", "level", "m", "number", "", "0", "2", "30", "normal", "积水液位", "LEVEL"),
  SMOKE("tunnel.smoke", "smoke", "", "boolean", "正常|报烟", "", "", "60", "short", "烟感", "SMOKE"),
  INTRUSION(
      "tunnel.intrusion",
      "intrusion",
      "",
      "boolean",
      "无|有人闯入",
      "",
      "",
      "60",
      "short",
      "入侵探测",
      "INTR"),
  FAN("tunnel.fan", "fan-state", "", "state", "停|运行|故障", "", "", "300", "short", "运行状态", "STATE"),
  TUNNEL_PUMP(
      "tunnel.pump", "pump-state", "", "state", "停|运行|故障", "", "", "300", "short", "运行状态", "STATE"),
  DOOR("tunnel.door", "door-state", "", "boolean", "关|开", "", "", "300", "short", "开关状态", "STATE"),
  LIGHTING(
      "tunnel.lighting",
      "lighting-state",
      "",
      "state",
      "关|开|故障",
      "",
      "",
      "300",
      "short",
      "开关状态",
      "STATE"),
  WATER_PRESSURE(
      "water.pressure", "pressure", "MPa", "number", "", "0", "1.6", "60", "normal", "压力", "PRES"),
  WATER_FLOW("water.flow", "flow", "m³/h", "number", "", "0", "5000", "60", "long", "流量", "FLOW"),
  TURBIDITY(
      "water.turbidity", "turbidity", "NTU", "number", "", "0", "20", "60", "long", "浊度", "TURB"),
  CHLORINE("water.chlorine", "chlorine", "mg/L", "number", "", "0", "5", "60", "long", "余氯", "CL"),
  TANK_LEVEL(
      "water.tank-level",
      "tank-level",
      "m",
      "number",
      "",
      "0",
      "8",
      "30",
      "normal",
      "水池液位",
      "LEVEL"),
  WATER_PUMP(
      "water.pump-state",
      "pump-state",
      "",
      "state",
      "停|运行|故障",
      "",
      "",
      "300",
      "short",
      "水泵状态",
      "STATE"),
  VALVE(
      "water.valve-position",
      "valve-position",
      "%",
      "number",
      "",
      "0",
      "100",
      "300",
      "short",
      "阀门开度",
      "VALVE"),
  SUPPLY_TEMPERATURE(
      "heat.supply-temperature",
      "supply-temperature",
      "°C",
      "number",
      "",
      "0",
      "150",
      "60",
      "normal",
      "供水温度",
      "TS"),
  RETURN_TEMPERATURE(
      "heat.return-temperature",
      "return-temperature",
      "°C",
      "number",
      "",
      "0",
      "120",
      "60",
      "normal",
      "回水温度",
      "TR"),
  HEAT_PRESSURE(
      "heat.pressure", "pressure", "MPa", "number", "", "0", "2.5", "60", "normal", "压力", "PRES"),
  HEAT_FLOW("heat.flow", "flow", "m³/h", "number", "", "0", "8000", "60", "normal", "流量", "FLOW"),
  ENERGY("heat.energy", "energy", "GJ", "number", "", "0", "", "300", "long", "累计热量", "ENERGY"),
  HEAT_PUMP(
      "heat.pump-state",
      "pump-state",
      "",
      "state",
      "停|运行|故障",
      "",
      "",
      "300",
      "short",
      "循环泵状态",
      "STATE"),
  VOLTAGE(
      "power.voltage", "voltage", "kV", "number", "", "0", "12", "60", "normal", "10 kV 侧电压", "U"),
  CURRENT("power.current", "current", "A", "number", "", "0", "1500", "30", "normal", "电流", "I"),
  ACTIVE_POWER(
      "power.active-power",
      "active-power",
      "kW",
      "number",
      "",
      "-5000",
      "100000",
      "60",
      "long",
      "有功功率",
      "P"),
  SWITCH(
      "power.switch-state",
      "switch-state",
      "",
      "state",
      "分|合|故障",
      "",
      "",
      "300",
      "short",
      "开关位置",
      "SW"),
  CABLE_TEMPERATURE(
      "power.cable-temperature",
      "cable-temperature",
      "°C",
      "number",
      "",
      "-20",
      "150",
      "60",
      "normal",
      "电缆温度",
      "CT"),
  TRANSFORMER_TEMPERATURE(
      "power.transformer-temperature",
      "transformer-temperature",
      "°C",
      "number",
      "",
      "-20",
      "160",
      "60",
      "normal",
      "变压器油温",
      "OT"),
  GAS_PRESSURE(
      "gas.pressure", "pressure", "kPa", "number", "", "0", "600", "30", "normal", "压力", "PRES"),
  GAS_FLOW("gas.flow", "flow", "m³/h", "number", "", "0", "20000", "60", "long", "流量", "FLOW"),
  LEAK("gas.leak", "methane", "%", "number", "", "0", "5", "30", "normal", "泄漏浓度", "LEAK"),
  SEWER_LEVEL("sewer.level", "level", "m", "number", "", "0", "8", "60", "normal", "液位", "LEVEL"),
  SEWER_FLOW("sewer.flow", "flow", "m³/h", "number", "", "0", "8000", "60", "normal", "流量", "FLOW"),
  SEWER_H2S(
      "sewer.h2s",
      "hydrogen-sulfide",
      "mg/m³",
      "number",
      "",
      "0",
      "150",
      "60",
      "normal",
      "硫化氢",
      "H2S"),
  SEWER_PUMP(
      "sewer.pump-state",
      "pump-state",
      "",
      "state",
      "停|运行|故障",
      "",
      "",
      "300",
      "short",
      "水泵状态",
      "STATE"),
  DRAINAGE_LEVEL(
      "drainage.level", "level", "m", "number", "", "0", "5", "60", "normal", "液位", "LEVEL"),
  RAIN(
      "drainage.rain",
      "rain-intensity",
      "mm/h",
      "number",
      "",
      "0",
      "300",
      "60",
      "long",
      "雨强",
      "RAIN"),
  DRAINAGE_PUMP(
      "drainage.pump-state",
      "pump-state",
      "",
      "state",
      "停|运行|故障",
      "",
      "",
      "300",
      "short",
      "排涝泵状态",
      "STATE"),
  UNDERPASS_LEVEL(
      "drainage.underpass-level",
      "water-level",
      "m",
      "number",
      "",
      "0",
      "5",
      "10",
      "normal",
      "积水深度",
      "DEPTH");

  private final String code;
  private final String quantity;
  private final String unit;
  private final String valueKind;
  private final String states;
  private final String rangeLow;
  private final String rangeHigh;
  private final String interval_s;
  private final String retention;
  private final String label;
  private final String suffix;

  Profile(String... habits) {
    code = habits[0];
    quantity = habits[1];
    unit = habits[2];
    valueKind = habits[3];
    states = habits[4];
    rangeLow = habits[5];
    rangeHigh = habits[6];
    interval_s = habits[7];
    retention = habits[8];
    label = habits[9];
    suffix = habits[10];
  }

  /// The profile in the packs, e.g. `tunnel.ch4`.
  String code() {
    return code;
  }

  String quantity() {
    return quantity;
  }

  String unit() {
    return unit;
  }

  String valueKind() {
    return valueKind;
  }

  /// Labels by code, joined by `|`; empty for numbers.
  String states() {
    return states;
  }

  String rangeLow() {
    return rangeLow;
  }

  String rangeHigh() {
    return rangeHigh;
  }

  String interval_s() {
    return interval_s;
  }

  String retention() {
    return retention;
  }

  /// What the point is called after its owner, e.g. `甲烷`.
  String label() {
    return label;
  }

  /// The last part of a point id, e.g. `CH4`.
  String suffix() {
    return suffix;
  }
}
