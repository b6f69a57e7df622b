package dev.crossfade.compatibility.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, batches and dynamic statements beyond the contract. */
class ExecutorsTest extends Staged<MybatisPeople> {

  @Override
  protected MybatisPeople open(Version version, DataSource dataSource) {
    return new MybatisPeople(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsSelectedFirst(Side writer) throws SQLException {
    PersonBean bean = PersonBean.of(Person.of("Keyed", "keyed@x", 4));
    by(writer).with(mapper -> mapper.insertBySequence(bean));
    model().put(bean.toPerson());
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void oneStatementInsertsARowForEach(Side writer) throws SQLException {
    List<PersonBean> beans =
        Stream.of("one", null, "three")
            .map(name -> PersonBean.of(Person.of(name, name + "@each", 5)))
            .toList();
    by(writer).with(mapper -> mapper.insertAll(beans));
    beans.forEach(bean -> model().put(bean.toPerson()));
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aBatchOfSeveralStatements(Side writer) throws SQLException {
    PersonBean bean = PersonBean.of(Person.of("Batched", "batched@x", 4));
    var results =
        by(writer)
            .inBatch(
                mapper -> {
                  mapper.insert(bean);
                  mapper.rename(1, "first");
                  mapper.rename(2, "second");
                  mapper.delete(5);
                });
    assertThat(results).hasSize(3);
    assertThat(results.get(1).getUpdateCounts()).containsExactly(1, 1);
    model().put(bean.toPerson());
    model().rename(1, "first");
    model().rename(2, "second");
    model().delete(5);
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aJoinIsNested(Side reader) {
    var writers = read(reader).with(mapper -> mapper.writers("Ada"));
    assertThat(writers).extracting(writer -> writer.id).containsExactlyInAnyOrder(1L, 4L);
    assertThat(writers.get(0).name).isEqualTo("Ada");
    assertThat(writers.get(0).notes)
        .extracting(note -> note.text)
        .containsExactly("first", "second");
  }
}
