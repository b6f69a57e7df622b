package dev.crossfade.compatibility.migrations;

import dev.crossfade.compatibility.Version;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What runs the migrations, in the way of its own documentation. */
enum Tool {
  FLYWAY {
    @Override
    void rename(DataSource dataSource, int upTo) {
      Flyway flyway =
          Flyway.configure()
              .dataSource(dataSource)
              .locations("classpath:flyway/rename")
              .target(String.valueOf(upTo))
              .load();
      flyway.migrate();
      flyway.validate();
    }

    @Override
    void change(DataSource dataSource, Version version) {
      FluentConfiguration configuration =
          Flyway.configure()
              .dataSource(dataSource)
              .locations("classpath:flyway/data")
              .baselineOnMigrate(true)
              .placeholders(Map.of("name", version.nameColumn(), "text", version.textColumn()));
      configuration.load().migrate();
    }
  },

  LIQUIBASE {
    @Override
    void rename(DataSource dataSource, int upTo) throws Exception {
      run(
          dataSource,
          "liquibase/rename.yaml",
          Map.of(),
          liquibase -> {
            int done = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).size();
            liquibase.update(upTo - (CHANGE_SETS - done), new Contexts(), new LabelExpression());
          });
    }

    @Override
    void change(DataSource dataSource, Version version) throws Exception {
      run(
          dataSource,
          "liquibase/data.yaml",
          Map.of("name", version.nameColumn(), "text", version.textColumn()),
          liquibase -> liquibase.update(new Contexts()));
    }

    private void run(
        DataSource dataSource, String changeLog, Map<String, String> parameters, Work work)
        throws Exception {
      // Its progress goes to the log, and not to the build's output.
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
          () -> runQuietly(dataSource, changeLog, parameters, work));
    }

    private void runQuietly(
        DataSource dataSource, String changeLog, Map<String, String> parameters, Work work)
        throws Exception {
      try (Connection connection = dataSource.getConnection();
          Liquibase liquibase =
              new Liquibase(
                  changeLog, new ClassLoaderResourceAccessor(), new JdbcConnection(connection))) {
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        parameters.forEach(liquibase::setChangeLogParameter);
        work.run(liquibase);
      }
    }
  };

  static final int CHANGE_SETS = 5;

  private interface Work {
    void run(Liquibase liquibase) throws Exception;
  }

  /**
   * Runs the rename's own migrations up to one: 2 expands, 3 changes data, 4 relaxes, 5 contracts.
   */
  abstract void rename(DataSource dataSource, int upTo) throws Exception;

  /** Changes data in the words of one version. */
  abstract void change(DataSource dataSource, Version version) throws Exception;
}
