// Nothing yet.
namespace {}
