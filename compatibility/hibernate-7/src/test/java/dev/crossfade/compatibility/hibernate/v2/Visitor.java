package dev.crossfade.compatibility.hibernate.v2;

import dev.crossfade.compatibility.hibernate.Nameplate;
import dev.crossfade.compatibility.hibernate.VisitorEntity;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

@Entity
@Table(name = "people")
@DynamicInsert
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.DIRTY)
public class Visitor extends VisitorEntity {

  @Embedded
  @AttributeOverride(name = "name", column = @Column(name = "display_name"))
  public Nameplate plate;

  @Formula("upper(display_name) || ' (' || city || ')'")
  public String loud;

  @Override
  public Nameplate plate() {
    return plate;
  }

  @Override
  public void rename(String name) {
    if (plate == null) {
      plate = new Nameplate();
    }
    plate.name = name;
  }

  @Override
  public String loud() {
    return loud;
  }
}
