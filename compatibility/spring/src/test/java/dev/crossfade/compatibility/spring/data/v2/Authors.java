package dev.crossfade.compatibility.spring.data.v2;

import org.springframework.data.repository.ListCrudRepository;

public interface Authors extends ListCrudRepository<AuthorOfV2, Long> {}
