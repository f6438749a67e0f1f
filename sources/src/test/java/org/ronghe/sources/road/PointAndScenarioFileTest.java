package org.ronghe.sources.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.model.road.RoadChange;

/// Points to travel between, and changes to the roads, as people write them down.
class PointAndScenarioFileTest {
  @TempDir Path folder;

  private RoadFault fault(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("points.csv"), csv.replace('|', '\n'));
    return catchThrowableOfType(RoadFault.class, () -> PointFile.read(file));
  }

  @Test
  void A01_columns_stand_in_any_order_with_others_between() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("points.csv"),
            "\uFEFFname,lat,id,lon\n苏店镇,36.113,T1,113.05\n\"韩店, 街道\",36.05,T2,113.052\n");
    assertThat(PointFile.read(file))
        .containsExactly(
            new PointFile.Point("T1", 113.05, 36.113, 2),
            new PointFile.Point("T2", 113.052, 36.05, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          id,lon,lat|a,113,36|a,113,36    ; id-twice         ; row 3
          id,lon,lat|,113,36              ; id-empty         ; row 2
          id,lon,lat|a,x,36               ; not-a-number     ; (x)
          id,lon,lat|a,NaN,36             ; not-a-number     ; (NaN)
          id,lon,lat|a,36,113             ; lat-out-of-range ; (113)
          id,lon,lat|a,413000,3990000     ; lat-out-of-range ; (3990000)
          id,lng,lat|a,113,36             ; column-missing   ; lon
          id,lon,lat                      ; no-points        ; header
          '\"id'                          ; csv-malformed    ; CSV
          """)
  void A02_what_is_wrong_is_named(String csv, String code, String named) throws Exception {
    RoadFault fault = fault(csv);
    assertThat(fault.why().code()).isEqualTo(code);
    assertThat(fault.why().en()).contains("points.csv").contains(named);
    assertThat(fault.why().zh()).isNotEmpty();
  }

  @Test
  void A03_swapped_columns_are_guessed() throws Exception {
    assertThat(fault("id,lon,lat|a,36,113").why().maybeEn())
        .isEqualTo("Maybe lon and lat are swapped?");
  }

  @Test
  void A04_letters_of_another_encoding_are_told_wherever_they_stand() throws Exception {
    for (String csv : new String[] {"id,lon,lat\n甲,113,36\n", "编号,lon,lat\n1,113,36\n"}) {
      Path file =
          Files.write(folder.resolve("points.csv"), csv.getBytes(Charset.forName("GB18030")));
      assertThat(catchThrowableOfType(RoadFault.class, () -> PointFile.read(file)).why().code())
          .isEqualTo("not-utf8");
    }
  }

  @Test
  void B01_a_scenario_is_read_in_order() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("scenario.yaml"),
            """
            changes:
              - close: {road: 28470118}
              - slow: {nearest: [113.05, 36.05], speed_km_h: 20}
              - slow: {within: [[113.0, 36.0], [113.1, 36.0], [113.1, 36.1]], factor: 2}
              - restrict: {road: R.W01, one_way: backward}
              - restrict: {from_road: 1, into_road: 2}
              - add: {line: [[113.0, 36.0], [113.1, 36.1]], speed_km_h: 60}
            """);
    assertThat(ScenarioFile.read(file))
        .hasSize(6)
        .contains(
            new RoadChange.Close(new RoadChange.Where.Road("28470118")),
            new RoadChange.OneWay(new RoadChange.Where.Road("R.W01"), false),
            new RoadChange.NoTurn("1", "2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          changes: [{shut: {road: 1}}]                                  ; shut
          changes: [{close: {}}]                                        ; changes[0].close needs one of
          changes: [{slow: {road: 1}}]                                  ; factor or speed_km_h
          changes: [{slow: {road: 1, factor: -2}}]                      ; above 0
          changes: [{close: {nearest: [36, 113]}}]                      ; maybe they are swapped
          changes: [{restrict: {road: 1, one_way: left}}]               ; forward or backward
          changes: [{add: {line: [[1, 2]], speed_km_h: 9}}]             ; at least 2 points
          changes: [{close: {within: [[0,0],[1,1],[1,0],[0,1]]}}]       ; crosses itself
          chnages: []                                                   ; maybe changes?
          'changes: ['                                                  ; not YAML
          """)
  void B02_a_wrong_scenario_names_the_place(String yaml, String named) throws Exception {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), yaml);
    RoadFault fault = catchThrowableOfType(RoadFault.class, () -> ScenarioFile.read(file));
    assertThat(fault.why().en()).contains("scenario.yaml").contains(named);
  }
}
