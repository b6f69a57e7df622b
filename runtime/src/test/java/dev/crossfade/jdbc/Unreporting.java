package dev.crossfade.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.core.BaseConnection;

/** A connection to a server before PostgreSQL 18, which does not report its search path. */
final class Unreporting {

  private Unreporting() {}

  static Connection over(Connection connection) {
    BaseConnection driver =
        proxy(
            BaseConnection.class,
            (proxy, method, arguments) -> {
              Object answer = invoke(connection, method, arguments);
              if (method.getName().equals("getParameterStatuses")) {
                Map<Object, Object> statuses = new HashMap<>((Map<?, ?>) answer);
                statuses.remove("search_path");
                return statuses;
              }
              boolean asked = method.getName().equals("getParameterStatus");
              return asked && "search_path".equals(arguments[0]) ? null : answer;
            });
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            method.getName().equals("unwrap") && arguments[0] == BaseConnection.class
                ? driver
                : invoke(connection, method, arguments));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Unreporting.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(
      Connection connection, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
