package dev.crossfade.compatibility.spring.jpa;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

@NoRepositoryBean
public interface NoteRepository<E extends NoteEntity> extends JpaRepository<E, Long> {

  @Query("select n.text from #{#entityName} n where n.person.name = :name order by n.id")
  List<String> textsOf(String name);
}
