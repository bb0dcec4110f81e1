using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Tasks;

public static class TaskSets
{
    extension(CooperatorDbContext db)
    {
        public DbSet<CoopTask> Tasks => db.Set<CoopTask>();

        public DbSet<TaskAssignment> TaskAssignments => db.Set<TaskAssignment>();

        public DbSet<TaskLabel> TaskLabels => db.Set<TaskLabel>();

        public DbSet<TaskLabeling> TaskLabelings => db.Set<TaskLabeling>();

        public DbSet<ChecklistItem> ChecklistItems => db.Set<ChecklistItem>();

        public DbSet<BoardColumn> BoardColumns => db.Set<BoardColumn>();

        public DbSet<BoardSettings> BoardSettings => db.Set<BoardSettings>();

        public DbSet<AssignmentExemption> AssignmentExemptions => db.Set<AssignmentExemption>();

        public DbSet<MemberWorkload> MemberWorkloads => db.Set<MemberWorkload>();
    }
}
