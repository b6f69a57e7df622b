package dev.crossfade.compatibility.spring.data.v1;

import org.springframework.data.repository.ListCrudRepository;

public interface Authors extends ListCrudRepository<AuthorOfV1, Long> {}
